package dev.throughline.model;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and makes the records of one kind; the one place where records are handled without naming their type. */
final class Attributes {
    private final List<String> names;
    private final List<Class<?>> types;
    private final MethodHandle[] readers;
    private final MethodHandle constructor;

    private Attributes(List<String> names, List<Class<?>> types, MethodHandle[] readers, MethodHandle constructor) {
        this.names = List.copyOf(names);
        this.types = List.copyOf(types);
        this.readers = readers;
        this.constructor = constructor;
    }

    static Attributes of(Class<? extends Asset> type) {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        RecordComponent[] components = type.getRecordComponents();
        List<String> names = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        MethodHandle[] readers = new MethodHandle[components.length - 1];
        Class<?>[] signature = new Class<?>[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                signature[i] = components[i].getType();
                if (i > 0) {
                    names.add(components[i].getName());
                    types.add(components[i].getType());
                    readers[i - 1] = lookup.unreflect(components[i].getAccessor())
                            .asType(MethodType.methodType(Object.class, Asset.class));
                }
            }
            MethodHandle constructor = lookup.findConstructor(type, MethodType.methodType(void.class, signature))
                    .asSpreader(1, Object[].class, components.length - 1)
                    .asType(MethodType.methodType(Asset.class, AssetKey.class, Object[].class));
            return new Attributes(names, types, readers, constructor);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot read " + type, e);
        }
    }

    List<String> names() {
        return names;
    }

    Class<?> type(int index) {
        return types.get(index);
    }

    @Nullable
    Object[] read(Asset asset) {
        @Nullable Object[] values = new @Nullable Object[readers.length];
        for (int i = 0; i < readers.length; i++) {
            values[i] = read(asset, i);
        }
        return values;
    }

    @Nullable
    Object read(Asset asset, int index) {
        try {
            return (Object) readers[index].invokeExact(asset);
        } catch (Throwable e) {
            throw new LinkageError("cannot read " + names.get(index) + " of " + asset.getClass(), e);
        }
    }

    Asset create(AssetKey key, @Nullable Object[] values) {
        try {
            return (Asset) constructor.invokeExact(key, values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("cannot create " + key, e);
        }
    }
}
