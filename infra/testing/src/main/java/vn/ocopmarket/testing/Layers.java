package vn.ocopmarket.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/**
 * Reads feature and layer from a package name: {@code root.feature} is a feature's API, {@code root.feature.domain} its
 * domain, any other child one of its adapters.
 */
record Layers(String root) {

    static final Set<String> ADAPTERS = Set.of("web", "mongo", "elastic", "stripe", "http", "smtp");
    static final String API = "api";
    static final String DOMAIN = "domain";
    static final String OUTSIDE = "outside";

    String feature(JavaClass type) {
        var path = path(type);
        return path.length == 0 ? "" : path[0];
    }

    /** The second segment below the root, {@link #API} for a feature's root package, {@link #OUTSIDE} for all else. */
    String layer(JavaClass type) {
        var path = path(type);
        return switch (path.length) {
            case 0 -> OUTSIDE;
            case 1 -> API;
            default -> path[1];
        };
    }

    boolean isAdapter(JavaClass type) {
        return ADAPTERS.contains(layer(type));
    }

    boolean isDomain(JavaClass type) {
        return layer(type).equals(DOMAIN);
    }

    boolean isOutside(JavaClass type) {
        return layer(type).equals(OUTSIDE);
    }

    boolean sameFeature(JavaClass one, JavaClass other) {
        return feature(one).equals(feature(other));
    }

    static boolean isTopLevel(JavaClass type) {
        return type.isTopLevelClass() && !type.getSimpleName().equals("package-info");
    }

    private String[] path(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).split("\\.") : new String[0];
    }
}
