package dev.syncline.web;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of the API description's schemas. By their simple names alone, bodies of different endpoints would overwrite each other: a nested
 * type has the name of the one it stands in before its own, and what is still taken that of its package.
 */
final class SchemaNames extends TypeNameResolver {

    private final Map<String, Class<?>> taken = new ConcurrentHashMap<>();

    @Override
    protected String getNameOfClass(Class<?> type) {
        String name = nested(type);
        Class<?> holder = taken.putIfAbsent(name, type);
        return holder == null || holder.equals(type) ? name : ofPackage(type) + name;
    }

    private static String nested(Class<?> type) {
        Class<?> around = type.getDeclaringClass();
        return around == null ? type.getSimpleName() : nested(around) + type.getSimpleName();
    }

    private static String ofPackage(Class<?> type) {
        String name = type.getPackageName();
        String last = name.substring(name.lastIndexOf('.') + 1);
        return Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }
}
