# A fleet of hosts that are not there: docker build … --build-context jars=infra/bench/target
FROM eclipse-temurin:25-jre
WORKDIR /perfwatch
COPY --from=jars lib/ lib/
COPY --from=jars bench.jar ./
USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=75", "-cp", "bench.jar", "io.perfwatch.bench.Main", "simulate"]
