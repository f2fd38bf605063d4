package io.perfwatch.gateway.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.validation.Errors;
import org.springframework.validation.SmartValidator;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Bean Validation of what is sent: made for the first body, for its 700 classes are 5 MiB and a
 * gateway that nobody logs in to, or annotates at, does without.
 */
@Configuration
class BodyValidation implements WebMvcConfigurer {
    @Override
    public Validator getValidator() {
        return new WhenNeeded();
    }

    private static final class WhenNeeded implements SmartValidator {
        private static final class Loaded {
            static final SmartValidator VALIDATOR = make();

            private static SmartValidator make() {
                LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
                validator.afterPropertiesSet();
                return validator;
            }
        }

        @Override
        public boolean supports(Class<?> type) {
            return true;
        }

        @Override
        public void validate(Object target, Errors errors) {
            Loaded.VALIDATOR.validate(target, errors);
        }

        @Override
        public void validate(Object target, Errors errors, Object... hints) {
            Loaded.VALIDATOR.validate(target, errors, hints);
        }
    }
}
