package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # plain
                    github.com/acme/shop                                      | github.com/acme/shop
                    https://github.com/acme/shop                              | github.com/acme/shop
                    http://github.com/acme/shop                               | github.com/acme/shop
                    https://github.com/acme/shop.git                          | github.com/acme/shop
                    https://github.com/acme/shop/                             | github.com/acme/shop
                    https://github.com/acme/shop.git/                         | github.com/acme/shop
                    https://www.github.com/acme/shop                          | github.com/acme/shop
                    https://github.com:443/acme/shop                          | github.com/acme/shop
                    https://octocat:token@github.com/acme/shop                | github.com/acme/shop
                    git://github.com/acme/shop.git                            | github.com/acme/shop
                    git://github.com:9418/acme/shop.git                       | github.com/acme/shop
                    # case is ignored
                    https://GitHub.com/Acme/Shop                              | github.com/acme/shop
                    HTTPS://GITHUB.COM/ACME/SHOP.git                          | github.com/acme/shop
                    https://github.com/Acme/Shop.GIT                          | github.com/acme/shop
                    # SSH
                    git@github.com:acme/shop.git                              | github.com/acme/shop
                    git@github.com:/acme/shop.git                             | github.com/acme/shop
                    ssh://git@github.com/acme/shop.git                        | github.com/acme/shop
                    ssh://git@github.com:22/acme/shop.git                     | github.com/acme/shop
                    ssh://git@ssh.github.com/acme/shop.git                    | github.com/acme/shop
                    ssh://git@ssh.github.com:443/acme/shop.git                | github.com/acme/shop
                    git+ssh://git@github.com/acme/shop.git                    | github.com/acme/shop
                    # what tools put around it
                    git+https://github.com/acme/shop                          | github.com/acme/shop
                    git+https://github.com/acme/shop@refs/heads/main          | github.com/acme/shop
                    git+https://github.com/acme/shop.git#semver:^1            | github.com/acme/shop
                    https://github.com/acme/shop?tab=readme                   | github.com/acme/shop
                    https://github.com/acme/shop#readme                       | github.com/acme/shop
                    spdx+git+https://github.com/acme/shop@v1                  | github.com/acme/shop
                    scm:git:https://github.com/acme/shop.git                  | github.com/acme/shop
                    scm:git:ssh://git@github.com/acme/shop.git                | github.com/acme/shop
                    # pages and API
                    https://github.com/acme/shop/tree/main/charts             | github.com/acme/shop
                    https://github.com/acme/shop/blob/main/README.md          | github.com/acme/shop
                    https://github.com/acme/shop/actions/runs/123             | github.com/acme/shop
                    https://github.com/acme/shop/security/code-scanning/7     | github.com/acme/shop
                    https://api.github.com/repos/acme/shop                    | github.com/acme/shop
                    https://api.github.com/repos/Acme/Shop/commits/main       | github.com/acme/shop
                    # a name may look like a page
                    https://github.com/acme/tree                              | github.com/acme/tree
                    https://github.com/acme/shop.github.io                    | github.com/acme/shop.github.io
                    # GitHub Enterprise Server
                    https://ghe.acme.example/acme/shop                        | ghe.acme.example/acme/shop
                    https://ghe.acme.example:8443/acme/shop                   | ghe.acme.example:8443/acme/shop
                    https://ghe.acme.example/api/v3/repos/acme/shop           | ghe.acme.example/acme/shop
                    https://ghe.acme.example/acme/shop/pull/7                 | ghe.acme.example/acme/shop
                    # GitLab, with subgroups
                    https://gitlab.com/acme/platform/shop                     | gitlab.com/acme/platform/shop
                    git@gitlab.com:Acme/Platform/Team/Shop.git                | gitlab.com/acme/platform/team/shop
                    https://gitlab.com/acme/platform/shop/-/blob/main/a.yml   | gitlab.com/acme/platform/shop
                    https://gitlab.com/acme/shop/-/pipelines/7                | gitlab.com/acme/shop
                    https://git.acme.example/acme/platform/shop/-/tree/main   | git.acme.example/acme/platform/shop
                    # Azure DevOps, by all its names
                    https://dev.azure.com/acme/store/_git/shop                | dev.azure.com/acme/store/shop
                    https://acme@dev.azure.com/acme/store/_git/shop           | dev.azure.com/acme/store/shop
                    https://dev.azure.com/Acme/Store/_git/Shop                | dev.azure.com/acme/store/shop
                    https://dev.azure.com/acme/_git/shop                      | dev.azure.com/acme/shop/shop
                    https://dev.azure.com/acme/store/_git/shop?path=/a.yml    | dev.azure.com/acme/store/shop
                    https://dev.azure.com/acme/My%20Store/_git/shop           | dev.azure.com/acme/my store/shop
                    https://dev.azure.com/acme/store/_apis/git/repositories/shop | dev.azure.com/acme/store/shop
                    https://acme.visualstudio.com/store/_git/shop             | dev.azure.com/acme/store/shop
                    https://acme.visualstudio.com/DefaultCollection/store/_git/shop | dev.azure.com/acme/store/shop
                    https://acme.visualstudio.com/_git/shop                   | dev.azure.com/acme/shop/shop
                    git@ssh.dev.azure.com:v3/acme/store/shop                  | dev.azure.com/acme/store/shop
                    acme@vs-ssh.visualstudio.com:v3/acme/store/shop           | dev.azure.com/acme/store/shop
                    # Bitbucket
                    https://bitbucket.org/acme/shop/src/main                  | bitbucket.org/acme/shop
                    git@bitbucket.org:acme/shop.git                           | bitbucket.org/acme/shop
                    """)
    void readsEveryAddressOfOneRepositoryAsOne(String address, String canonical) {
        assertThat(RepositoryUrl.parse(address)).hasToString(canonical);
        assertThat(AssetKey.repository(address)).hasToString("repository:" + canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "shop",
                "acme/shop",
                "/acme/shop",
                "https://",
                "https://github.com",
                "https://github.com/acme",
                "https://github.com/acme/..",
                "https://github.com/acme/%2e%2e",
                "https://github.com/acme/sh%0Aop",
                "https://github.com/acme/sh%op",
                "https://github.com/acme/a\\b",
                "https://git hub.com/acme/shop",
                "https://github.com:99999999/acme/shop",
                "mailto:team@acme.example",
                "C:\\code\\shop"
            })
    void refusesWhatNamesNoRepository(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> RepositoryUrl.parse(address));
    }

    @Test
    void readsItsOwnCanonicalFormAsItself() {
        RepositoryUrl once = RepositoryUrl.parse("https://dev.azure.com/acme/store/_git/shop");

        assertThat(RepositoryUrl.parse(once.toString())).isEqualTo(once);
    }

    @Test
    void showsNoControlCharactersOfWhatItRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RepositoryUrl.parse("https://github.com/\u001b[31m"))
                .withMessageNotContaining("\u001b");
    }
}
