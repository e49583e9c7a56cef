package dev.throughline.attack.edge.kubernetes;

import dev.throughline.model.AssetKey;

/**
 * That somebody is bound.
 *
 * @param binding the binding
 * @param as whom it names: the holder, or a group the holder is in
 */
record Hold(Binding binding, AssetKey as) {
    /** What ends it. */
    String remedy() {
        return Subjects.unbind(as, binding.key());
    }
}
