package io.perfwatch.gateway.web;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The dashboard's files: those with a hash in their name for ever, the page itself never cached.
 */
@Configuration
class Dashboard implements WebMvcConfigurer {
    private static final String FILES = "classpath:/static/";
    private static final Duration YEAR = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageOrFile());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    /** A path without a file is a view of the page, which finds out by itself which. */
    private static final class PageOrFile extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location)
                throws IOException {
            Resource file = super.getResource(path, location);
            boolean view = file == null && !path.startsWith("api/") && !hasExtension(path);
            return view ? super.getResource("index.html", location) : file;
        }

        /** Names of hosts have dots too, so under {@code hosts/} everything is a view. */
        private static boolean hasExtension(String path) {
            return !path.startsWith("hosts/")
                    && path.substring(path.lastIndexOf('/') + 1).contains(".");
        }
    }
}
