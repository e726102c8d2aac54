# The hub for production: the thin jar and its libraries, extracted, on a JRE; runs as an ordinary user.
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /build
COPY pom.xml .
COPY src/main src/main
# An option of pom.xml to build in, such as kafka.
ARG PROFILE=
RUN mvn -B -q package -DskipTests ${PROFILE:+-P$PROFILE}

FROM eclipse-temurin:21-jre
# The digest draws a chart: Java needs a font for that.
RUN apt-get update && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core && rm -rf /var/lib/apt/lists/*
RUN useradd --system --create-home --home-dir /opt/sollecito sollecito
WORKDIR /opt/sollecito
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/sollecito.jar .
COPY routes routes
COPY mappings mappings
COPY reminders reminders
COPY config config
RUN mkdir data && chown sollecito data
USER sollecito
VOLUME /opt/sollecito/data
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+UseSerialGC", "-cp", "sollecito.jar:lib/*", "io.sollecito.app.HubApplication"]
