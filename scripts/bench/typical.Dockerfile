# syntax=docker/dockerfile:1
# A service with a build stage, a test stage and a runtime stage: the size and habits of a usual file.

ARG NODE_VERSION=22.12.0
ARG GO_VERSION=1.23.4
ARG DEBIAN_RELEASE=bookworm

# ---- web assets -------------------------------------------------------------
FROM node:${NODE_VERSION}-${DEBIAN_RELEASE}-slim AS web

WORKDIR /web

ENV NODE_ENV=production \
    NPM_CONFIG_FUND=false \
    NPM_CONFIG_UPDATE_NOTIFIER=false

COPY web/package.json web/package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci --include=dev

COPY web/ ./
RUN npm run build \
 && npm run compress -- --level 9 \
 && rm -rf node_modules

# ---- the service ------------------------------------------------------------
FROM golang:${GO_VERSION}-${DEBIAN_RELEASE} AS build

ARG VERSION=0.0.0-dev
ARG REVISION=unknown

WORKDIR /src

RUN apt-get update \
 && apt-get install -y --no-install-recommends \
    ca-certificates \
    git \
    # for the protocol files
    protobuf-compiler \
    tzdata \
 && rm -rf /var/lib/apt/lists/*

COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download

COPY cmd/ cmd/
COPY internal/ internal/
COPY proto/ proto/
COPY --from=web /web/dist internal/assets/dist

RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    set -eux; \
    for file in proto/*.proto; do \
      protoc --go_out=. --go_opt=paths=source_relative "$file"; \
    done; \
    CGO_ENABLED=0 go build \
      -trimpath \
      -ldflags "-s -w -X main.version=${VERSION} -X main.revision=${REVISION}" \
      -o /out/service ./cmd/service; \
    CGO_ENABLED=0 go build -trimpath -o /out/migrate ./cmd/migrate

# ---- tests ------------------------------------------------------------------
FROM build AS test

SHELL ["/bin/bash", "-euo", "pipefail", "-c"]

COPY test/ test/
RUN go test ./... | tee /tmp/test.log
RUN <<EOF
set -e
go vet ./...
go run ./test/smoke
EOF

# ---- tools that the runtime needs -------------------------------------------
FROM debian:${DEBIAN_RELEASE}-slim AS tools

ARG TINI_VERSION=0.19.0

RUN apt-get update && apt-get install -y --no-install-recommends \
      ca-certificates \
      curl \
      xz-utils \
    && rm -rf /var/lib/apt/lists/*

RUN curl -fsSL -o /usr/local/bin/tini \
      "https://example.org/tini/v${TINI_VERSION}/tini-amd64" \
 && echo "93dcc18adc78c65a028a84799ecf8ad40c936fdfc5f2a57b1acda5a8117fa82c  /usr/local/bin/tini" | sha256sum -c - \
 && chmod +x /usr/local/bin/tini

# ---- what is shipped --------------------------------------------------------
FROM debian:${DEBIAN_RELEASE}-slim AS runtime

ARG VERSION=0.0.0-dev
ARG REVISION=unknown

LABEL org.opencontainers.image.title="service" \
      org.opencontainers.image.description="A service that does one thing" \
      org.opencontainers.image.source="https://example.org/team/service" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="MIT"

ENV LANG=C.UTF-8 \
    SERVICE_PORT=8080 \
    SERVICE_DATA=/var/lib/service

RUN groupadd --gid 10001 service \
 && useradd --uid 10001 --gid service --home-dir /var/lib/service --shell /usr/sbin/nologin service \
 && install -d -o service -g service /var/lib/service /etc/service

COPY --from=tools /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=tools /usr/local/bin/tini /usr/local/bin/tini
COPY --from=build /usr/share/zoneinfo /usr/share/zoneinfo
COPY --from=build --chmod=0755 /out/service /usr/local/bin/service
COPY --from=build --chmod=0755 /out/migrate /usr/local/bin/migrate
COPY --chown=service:service deploy/service.yaml /etc/service/service.yaml

COPY --chmod=0755 <<"EOF" /usr/local/bin/entrypoint
#!/bin/sh
set -e
if [ "$1" = "migrate" ]; then
  exec migrate "$SERVICE_DATA"
fi
exec service "$@"
EOF

WORKDIR /var/lib/service
VOLUME ["/var/lib/service"]
EXPOSE 8080/tcp 9090/tcp

STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 \
  CMD ["/usr/local/bin/service", "health", "--port", "8080"]

USER service

ENTRYPOINT ["/usr/local/bin/tini", "--", "/usr/local/bin/entrypoint"]
CMD ["serve", "--config", "/etc/service/service.yaml"]
