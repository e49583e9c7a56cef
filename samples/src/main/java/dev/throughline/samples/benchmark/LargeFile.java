package dev.throughline.samples.benchmark;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A document of any size, the same each time: a head, one record after the other in blocks, and a tail. {@code #} stands for
 * the number of the record, {@code §} for that of a thing that some records in a row are about, {@code ¶} for that of a place
 * where many are.
 *
 * @param head what the document begins with
 * @param blockHead what a block begins with, such as a run; may be empty
 * @param record the record
 * @param blockTail what a block ends with
 * @param tail what the document ends with
 */
record LargeFile(String head, String blockHead, String record, String blockTail, String tail) implements LargeContent {
    private static final int RECORDS_IN_BLOCK = 20_000;
    private static final int RECORDS_IN_ROW = 4;
    private static final int RECORDS_IN_PLACE = 2_000;
    private static final CharMatcher MARKS = CharMatcher.anyOf("#§¶");

    @Override
    public void write(Path file, long bytes) throws IOException {
        List<String> parts = Splitter.on(MARKS).splitToList(record);
        String marks = MARKS.retainFrom(record);
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            writer.write(head);
            long written = head.length();
            for (int number = 0; written < bytes; number++) {
                if (number % RECORDS_IN_BLOCK == 0) {
                    writer.write(number == 0 ? blockHead : blockTail + "," + blockHead);
                } else {
                    writer.write(",");
                }
                String own = Integer.toString(number);
                String shared = Integer.toString(number / RECORDS_IN_ROW);
                String place = Integer.toString(number / RECORDS_IN_PLACE);
                for (int i = 0; i < parts.size(); i++) {
                    String digits = i == 0
                            ? ""
                            : switch (marks.charAt(i - 1)) {
                                case '#' -> own;
                                case '§' -> shared;
                                default -> place;
                            };
                    writer.write(digits);
                    writer.write(parts.get(i));
                    written += digits.length() + parts.get(i).length();
                }
            }
            writer.write(blockTail);
            writer.write(tail);
        }
    }

    /** A log of a scanner that follows values, as CodeQL writes it: most of it is code flows. */
    static LargeFile sarifWithFlows() {
        String step = """
            {"location":{"physicalLocation":{"artifactLocation":{"uri":"src/main/java/com/example/Step@.java","uriBaseId":"%SRCROOT%","index":@},\
            "region":{"startLine":1@,"startColumn":17,"endColumn":42}},"message":{"text":"getParameter(...) : String"}}}\
            """;
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            steps.append(i == 0 ? "" : ",").append(step.replace("@", Integer.toString(i)));
        }
        return new LargeFile(
                "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[",
                """
                {"tool":{"driver":{"name":"CodeQL","organization":"GitHub","semanticVersion":"2.20.0","rules":[{"id":"java/sql-injection",\
                "name":"java/sql-injection","shortDescription":{"text":"Query built from user-controlled sources"},\
                "defaultConfiguration":{"enabled":true,"level":"error"},\
                "properties":{"tags":["security","external/cwe/cwe-089"],"security-severity":"8.8"}}]}},"results":[\
                """,
                """
                {"ruleId":"java/sql-injection","ruleIndex":0,"rule":{"id":"java/sql-injection","index":0},\
                "message":{"text":"This query depends on a [user-provided value](1) number #."},\
                "locations":[{"physicalLocation":{"artifactLocation":{"uri":"src/main/java/com/example/Orders#.java","uriBaseId":"%SRCROOT%",\
                "index":0},"region":{"startLine":74,"startColumn":20,"endColumn":31}}}],\
                "partialFingerprints":{"primaryLocationLineHash":"de4c22a6#:1","primaryLocationStartColumnFingerprint":"11"},\
                "codeFlows":[{"threadFlows":[{"locations":[STEPS]}]},{"threadFlows":[{"locations":[STEPS]}]}],\
                "relatedLocations":[{"id":1,"physicalLocation":{"artifactLocation":{"uri":"src/main/java/com/example/Step0.java",\
                "uriBaseId":"%SRCROOT%","index":0},"region":{"startLine":10,"startColumn":17,"endColumn":42}},\
                "message":{"text":"user-provided value"}}]}
                """.replace("STEPS", steps),
                "],\"columnKind\":\"utf16CodeUnits\",\"properties\":{\"semmle.formatSpecifier\":\"sarifv2.1.0\"}}",
                "]}");
    }

    /** A log with many small results, and the tool behind them, as Semgrep writes it. */
    static LargeFile sarifToolLast() {
        return new LargeFile(
                "{\"version\":\"2.1.0\",\"runs\":[",
                "{\"invocations\":[{\"executionSuccessful\":true,\"toolExecutionNotifications\":[]}],\"results\":[",
                """
                {"fingerprints":{"matchBasedId/v1":"0c1a4e7f9b1f0e4c27a85d36e1f4b08c7d2a9653f80e1b4d7ac2956e3f0182b7d4c6\
                9a5e1073f2d8b64ca9e50f7b31d28c46ea9f5b0d7c1382e4f6a9#_0"},"locations":[{"physicalLocation":{"artifactLocation":{\
                "uri":"src/routes/handler#.js","uriBaseId":"%SRCROOT%"},"region":{"endColumn":61,"endLine":12,\
                "snippet":{"text":"    const result = child_process.exec('convert ' + request.query.name + ' out.png');"},\
                "startColumn":20,"startLine":12}}}],"message":{"text":"Detected calls to child_process from a function argument \
                `request`. This could lead to a command injection if the input is user controllable. Try to avoid calls to \
                child_process, and if it is needed ensure user input is correctly sanitized."},"properties":{},\
                "ruleId":"javascript.lang.security.detect-child-process"}
                """,
                """
                ],"tool":{"driver":{"name":"Semgrep OSS","semanticVersion":"1.90.0","rules":[{"id":"javascript.lang.security.detect-child-process",\
                "name":"javascript.lang.security.detect-child-process","shortDescription":{"text":"Semgrep Finding: detect-child-process"},\
                "defaultConfiguration":{"level":"error"},\
                "properties":{"precision":"very-high","tags":["CWE-78: OS Command Injection","security"]}}]}}}\
                """,
                "]}");
    }

    /** A report of an image, as Trivy prints it. */
    static LargeFile trivy() {
        String digest = "13d22ec63300e16014d4a42aed735207a8b33c223cff19627dd3042e5a10a3a0";
        return new LargeFile(
                """
                {
                  "SchemaVersion": 2,
                  "ArtifactName": "registry.example.com/shop@sha256:DIGEST",
                  "ArtifactType": "container_image",
                  "Metadata": {
                    "ImageID": "sha256:DIGEST",
                    "RepoDigests": ["registry.example.com/shop@sha256:DIGEST"]
                  },
                  "Results": [
                """.replace("DIGEST", digest),
                "{\"Target\": \"shop (debian 12.1)\", \"Class\": \"os-pkgs\", \"Type\": \"debian\","
                        + " \"Vulnerabilities\": [",
                """
                        {
                          "VulnerabilityID": "CVE-2023-#",
                          "PkgID": "libtiff6@4.5.0-§",
                          "PkgName": "libtiff6",
                          "PkgIdentifier": {
                            "PURL": "pkg:deb/debian/libtiff6@4.5.0-§?arch=amd64&distro=debian-12.1",
                            "UID": "c1f0b0c0d2d4e1f3"
                          },
                          "InstalledVersion": "4.5.0-§",
                          "FixedVersion": "4.5.0-6+deb12u1",
                          "Status": "fixed",
                          "Layer": {
                            "Digest": "sha256:52d2b7f179e32b4cbd579ee3c4958027988f9a8274850ab0c7c24661e3adaac5",
                            "DiffID": "sha256:24839d45ca455f36659219281e0f2304520b92347eb536ad5cc7b4dbb8163588"
                          },
                          "SeveritySource": "nvd",
                          "PrimaryURL": "https://avd.aquasec.com/nvd/cve-2023-#",
                          "DataSource": {
                            "ID": "debian",
                            "Name": "Debian Security Tracker",
                            "URL": "https://salsa.debian.org/security-tracker-team/security-tracker"
                          },
                          "Title": "libtiff: heap-based buffer overflow via a crafted file",
                          "Description": "A vulnerability was found in libtiff due to multiple potential integer overflows in raw2tiff.c. \
                This flaw allows remote attackers to cause a denial of service or possibly execute an arbitrary code via a crafted \
                tiff image, which triggers a heap-based buffer overflow.",
                          "Severity": "HIGH",
                          "CweIDs": ["CWE-190", "CWE-122"],
                          "VendorSeverity": {"alma": 2, "nvd": 3, "oracle-oval": 2, "photon": 3, "redhat": 2, "rocky": 2, "ubuntu": 2},
                          "CVSS": {
                            "nvd": {
                              "V3Vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H",
                              "V3Score": 8.8
                            },
                            "redhat": {
                              "V3Vector": "CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H",
                              "V3Score": 5.5
                            }
                          },
                          "References": [
                            "https://access.redhat.com/errata/RHSA-2024:2289",
                            "https://access.redhat.com/security/cve/CVE-2023-#",
                            "https://bugzilla.redhat.com/show_bug.cgi?id=2235265",
                            "https://security.netapp.com/advisory/ntap-20230831-0012/",
                            "https://www.cve.org/CVERecord?id=CVE-2023-#"
                          ],
                          "PublishedDate": "2023-10-04T19:15:10.34Z",
                          "LastModifiedDate": "2024-09-16T14:15:10.65Z"
                        }
                """,
                "      ]\n    }",
                "]}");
    }

    /** Pods as {@code kubectl get pods -A -o json} prints them: of each workload some, which differ in what the cluster named. */
    static LargeFile pods() {
        return new LargeFile(
                "{\n    \"apiVersion\": \"v1\",\n    \"items\": [\n",
                "",
                """
                        {
                            "apiVersion": "v1",
                            "kind": "Pod",
                            "metadata": {
                                "annotations": {
                                    "checksum/config": "01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b",
                                    "prometheus.io/port": "8443",
                                    "prometheus.io/scrape": "true"
                                },
                                "creationTimestamp": "2026-10-01T08:00:00Z",
                                "generateName": "shop-§-6d4cf56db6-",
                                "labels": {
                                    "app.kubernetes.io/name": "shop-§",
                                    "app.kubernetes.io/part-of": "storefront",
                                    "pod-template-hash": "6d4cf56db6"
                                },
                                "name": "shop-§-6d4cf56db6-#",
                                "namespace": "team-¶",
                                "ownerReferences": [
                                    {
                                        "apiVersion": "apps/v1",
                                        "blockOwnerDeletion": true,
                                        "controller": true,
                                        "kind": "ReplicaSet",
                                        "name": "shop-§-6d4cf56db6",
                                        "uid": "5b8a3c1e-02d4-4f6b-8a97-1c3e5d7f9b02"
                                    }
                                ],
                                "resourceVersion": "81234567",
                                "uid": "0f0e5d3c-6f3a-4b1e-9f57-2f3d0a9b7c11"
                            },
                            "spec": {
                                "containers": [
                                    {
                                        "args": ["--listen=:8443", "--log-level=info"],
                                        "env": [
                                            {"name": "POD_NAME", "valueFrom": {"fieldRef": {"apiVersion": "v1", "fieldPath": "metadata.name"}}},
                                            {"name": "DATABASE_HOST", "value": "db.team.svc.cluster.local"},
                                            {"name": "DATABASE_NAME", "value": "orders"}
                                        ],
                                        "image": "registry.example.com/shop:1.4.2",
                                        "imagePullPolicy": "IfNotPresent",
                                        "livenessProbe": {
                                            "failureThreshold": 3,
                                            "httpGet": {"path": "/healthz", "port": "https", "scheme": "HTTPS"},
                                            "periodSeconds": 10,
                                            "successThreshold": 1,
                                            "timeoutSeconds": 1
                                        },
                                        "name": "shop",
                                        "ports": [{"containerPort": 8443, "name": "https", "protocol": "TCP"}],
                                        "resources": {
                                            "limits": {"cpu": "500m", "memory": "512Mi"},
                                            "requests": {"cpu": "100m", "memory": "256Mi"}
                                        },
                                        "securityContext": {
                                            "allowPrivilegeEscalation": false,
                                            "capabilities": {"drop": ["ALL"]},
                                            "readOnlyRootFilesystem": true,
                                            "runAsNonRoot": true
                                        },
                                        "terminationMessagePath": "/dev/termination-log",
                                        "terminationMessagePolicy": "File",
                                        "volumeMounts": [
                                            {
                                                "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount",
                                                "name": "kube-api-access-#",
                                                "readOnly": true
                                            }
                                        ]
                                    }
                                ],
                                "dnsPolicy": "ClusterFirst",
                                "enableServiceLinks": true,
                                "nodeName": "node-1",
                                "preemptionPolicy": "PreemptLowerPriority",
                                "priority": 0,
                                "restartPolicy": "Always",
                                "schedulerName": "default-scheduler",
                                "securityContext": {"fsGroup": 65534},
                                "serviceAccount": "shop",
                                "serviceAccountName": "shop",
                                "terminationGracePeriodSeconds": 30,
                                "tolerations": [
                                    {
                                        "effect": "NoExecute",
                                        "key": "node.kubernetes.io/not-ready",
                                        "operator": "Exists",
                                        "tolerationSeconds": 300
                                    }
                                ],
                                "volumes": [
                                    {
                                        "name": "kube-api-access-#",
                                        "projected": {
                                            "defaultMode": 420,
                                            "sources": [{"serviceAccountToken": {"expirationSeconds": 3607, "path": "token"}}]
                                        }
                                    }
                                ]
                            },
                            "status": {
                                "conditions": [
                                    {"lastProbeTime": null, "lastTransitionTime": "2026-10-01T08:00:05Z", "status": "True", "type": "Ready"},
                                    {"lastProbeTime": null, "lastTransitionTime": "2026-10-01T08:00:00Z", "status": "True", "type": "PodScheduled"}
                                ],
                                "containerStatuses": [
                                    {
                                        "containerID": "containerd://7c2b3a1f4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8",
                                        "image": "registry.example.com/shop:1.4.2",
                                        "imageID": "registry.example.com/shop@sha256:\
                13d22ec63300e16014d4a42aed735207a8b33c223cff19627dd3042e5a10a3a0",
                                        "lastState": {},
                                        "name": "shop",
                                        "ready": true,
                                        "restartCount": 0,
                                        "started": true,
                                        "state": {"running": {"startedAt": "2026-10-01T08:00:04Z"}}
                                    }
                                ],
                                "hostIP": "10.0.0.1",
                                "phase": "Running",
                                "podIP": "10.200.0.1",
                                "qosClass": "Burstable",
                                "startTime": "2026-10-01T08:00:00Z"
                            }
                        }
                """,
                "",
                "    ],\n    \"kind\": \"List\",\n    \"metadata\": {\"resourceVersion\": \"\"}\n}\n");
    }

    /** Virtual machines as {@code aws ec2 describe-instances} prints them. */
    static LargeFile instances() {
        return new LargeFile("{\n    \"Reservations\": [\n", "", """
                    {
                        "ReservationId": "r-0a1b2c3d4e5f60718",
                        "OwnerId": "111122223333",
                        "Groups": [],
                        "Instances": [
                            {
                                "Architecture": "x86_64",
                                "BlockDeviceMappings": [
                                    {
                                        "DeviceName": "/dev/xvda",
                                        "Ebs": {
                                            "AttachTime": "2026-09-01T08:00:00+00:00",
                                            "DeleteOnTermination": true,
                                            "Status": "attached",
                                            "VolumeId": "vol-0a1b2c3d4e5f60718"
                                        }
                                    }
                                ],
                                "ClientToken": "",
                                "EbsOptimized": true,
                                "EnaSupport": true,
                                "Hypervisor": "xen",
                                "IamInstanceProfile": {
                                    "Arn": "arn:aws:iam::111122223333:instance-profile/shop",
                                    "Id": "AIPAEXAMPLEEXAMPLE"
                                },
                                "NetworkInterfaces": [
                                    {
                                        "Attachment": {
                                            "AttachTime": "2026-09-01T08:00:00+00:00",
                                            "AttachmentId": "eni-attach-0a1b2c3d#",
                                            "DeleteOnTermination": true,
                                            "DeviceIndex": 0,
                                            "Status": "attached"
                                        },
                                        "Description": "",
                                        "Groups": [{"GroupName": "web", "GroupId": "sg-0a1b2c3d4e5f60718"}],
                                        "Ipv6Addresses": [],
                                        "MacAddress": "02:1a:2b:3c:4d:5e",
                                        "NetworkInterfaceId": "eni-0a1b2c#",
                                        "OwnerId": "111122223333",
                                        "PrivateDnsName": "ip-10-0-0-10.eu-west-1.compute.internal",
                                        "PrivateIpAddress": "10.0.0.10",
                                        "SourceDestCheck": true,
                                        "Status": "in-use",
                                        "SubnetId": "subnet-0a1b2c3d4e5f60718",
                                        "VpcId": "vpc-0a1b2c3d4e5f60718",
                                        "InterfaceType": "interface"
                                    }
                                ],
                                "RootDeviceName": "/dev/xvda",
                                "RootDeviceType": "ebs",
                                "SecurityGroups": [{"GroupName": "web", "GroupId": "sg-0a1b2c3d4e5f60718"}],
                                "SourceDestCheck": true,
                                "Tags": [
                                    {"Key": "Name", "Value": "shop-#"},
                                    {"Key": "team", "Value": "storefront"}
                                ],
                                "VirtualizationType": "hvm",
                                "CpuOptions": {"CoreCount": 2, "ThreadsPerCore": 2},
                                "MetadataOptions": {
                                    "State": "applied",
                                    "HttpTokens": "required",
                                    "HttpPutResponseHopLimit": 1,
                                    "HttpEndpoint": "enabled"
                                },
                                "InstanceId": "i-0a1b2c#",
                                "ImageId": "ami-0a1b2c3d4e5f60718",
                                "State": {"Code": 16, "Name": "running"},
                                "PrivateDnsName": "ip-10-0-0-10.eu-west-1.compute.internal",
                                "InstanceType": "m5.large",
                                "LaunchTime": "2026-09-01T08:00:00+00:00",
                                "Placement": {"AvailabilityZone": "eu-west-1a", "GroupName": "", "Tenancy": "default"},
                                "Monitoring": {"State": "disabled"},
                                "SubnetId": "subnet-0a1b2c3d4e5f60718",
                                "VpcId": "vpc-0a1b2c3d4e5f60718",
                                "PrivateIpAddress": "10.0.0.10"
                            }
                        ]
                    }
            """, "", "    ]\n}\n");
    }
}
