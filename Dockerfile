# Builds the application once, then keeps only what it needs to run. The two images fit: both are Debian 12 with Node 22.
FROM node:22-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/bin ./bin
# The command line, by the name that docs/operating.md uses: docker compose exec app-1 meantime help
RUN ln -s /app/bin/meantime /usr/local/bin/meantime
RUN mkdir -m 700 /data /copies && chown node:node /data /copies
USER node
VOLUME /data /copies
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["node", "-e", "fetch('http://localhost:' + (process.env.PORT || 3000) + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/server.js"]
