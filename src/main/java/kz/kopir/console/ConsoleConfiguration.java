package kz.kopir.console;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What all pages of the console share: their language, their texts and where their assets
 * are. Who may do what stands at the methods that do it.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class ConsoleConfiguration {

	/** Under the name that Spring MVC looks for. */
	@Bean
	Languages localeResolver() {
		return new Languages();
	}

	@Bean
	WebJars webJars() {
		return WebJars.ofThisBuild();
	}

	/** Only the three bundles: neither the machine's language nor a bundle for all. */
	@Bean
	MessageSource messageSource() {
		ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
		texts.setBasename("kz.kopir.console.console");
		texts.setDefaultEncoding("UTF-8");
		texts.setFallbackToSystemLocale(false);
		texts.setAlwaysUseMessageFormat(true);
		return texts;
	}

	@Bean
	WebMvcConfigurer consoleLanguages(Languages languages) {
		return new WebMvcConfigurer() {
			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(languages).addPathPatterns("/console", "/console/**");
			}
		};
	}

}
