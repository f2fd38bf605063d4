# The jars, from source; the same whatever the architecture that they run on.
FROM --platform=$BUILDPLATFORM node:24-slim AS node

FROM --platform=$BUILDPLATFORM eclipse-temurin:25-jdk AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \
 && ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx
WORKDIR /source
COPY . .
ENV MAVEN_USER_HOME=/cache/maven MAVEN_ARGS=-Dmaven.repo.local=/cache/maven/repository npm_config_cache=/cache/npm
RUN --mount=type=cache,target=/cache \
    ./mvnw -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -pl '!infra/end-to-end,!infra/deployment' package \
 && mkdir /jars && cp -r services/*/target/*.jar infra/bench/target/bench.jar infra/bench/target/lib /jars/

FROM scratch
COPY --from=build /jars/ /
