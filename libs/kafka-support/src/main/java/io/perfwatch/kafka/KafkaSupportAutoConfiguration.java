package io.perfwatch.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;

/**
 * What every service has on top of Boot's Kafka: bytes in and out, nothing sent that is not safe,
 * topics declared. Connection settings are Boot's: {@code spring.kafka.*}.
 */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(TopicProperties.class)
public class KafkaSupportAutoConfiguration {

    /**
     * One request at a time: where the broker refuses the first one of a partition that it is just
     * making and takes the second, it never takes the first one again (KAFKA-15591).
     */
    @Bean
    DefaultKafkaProducerFactoryCustomizer safeProducer() {
        return factory ->
                factory.updateConfigs(
                        Map.of(
                                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                                ByteArraySerializer.class,
                                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                                ByteArraySerializer.class,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true,
                                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                                1,
                                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                                "zstd"));
    }

    @Bean
    DefaultKafkaConsumerFactoryCustomizer byteConsumer() {
        return factory ->
                factory.updateConfigs(
                        Map.of(
                                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                                ByteArrayDeserializer.class,
                                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                                ByteArrayDeserializer.class,
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false));
    }

    @Bean
    TopicDeclaration topicDeclaration(KafkaAdmin admin, TopicProperties properties) {
        return new TopicDeclaration(
                admin.getConfigurationProperties(), new TopicSettings(properties).all());
    }

    @Bean
    DeadLetters deadLetters(KafkaOperations<byte[], byte[]> kafka) {
        return new DeadLetters(kafka);
    }
}
