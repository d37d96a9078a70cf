package dev.syncline.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Strict JSON at the border, and the actor as an argument. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    private static final JsonSetter.Value NOTHING_BUT_VALUES = JsonSetter.Value.forContentNulls(Nulls.FAIL);

    private final JsonMapper mapper;

    WebConfiguration(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Only what clients send is read strictly; other packages read other people's JSON with the lenient mapper. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        JsonMapper strict = mapper.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withConfigOverride(List.class, lists -> lists.setNullHandling(NOTHING_BUT_VALUES))
                .withConfigOverride(Set.class, sets -> sets.setNullHandling(NOTHING_BUT_VALUES))
                .addModule(new SimpleModule()
                        .addDeserializer(Instant.class, new KeepableInstant())
                        .addDeserializer(String.class, new KeepableText()))
                .build();
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new GivenValues((ConversionService) registry));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }
}
