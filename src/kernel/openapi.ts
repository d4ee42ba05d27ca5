import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

type Json = Record<string, unknown>;

/** What the description says beside the endpoints. `needsSignIn` tells of an act whether strangers are asked to sign in first. */
type About = { title: string; description: string; serverUrl: string; needsSignIn(act: string): boolean };

/** The API's description (OpenAPI 3.1), made from the same contracts that check what comes in. */
export function openApi({ title, description, serverUrl, needsSignIn }: About, endpoints: Endpoint[]): Json {
  const paths: Record<string, Json> = {};
  for (const one of endpoints) {
    const path = one.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [one.method]: operation(one, needsSignIn(one.act)) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: '1',
      description,
      license: {
        name: 'Open Government Licence v3.0',
        url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
      },
    },
    servers: [{ url: serverUrl }],
    paths,
    components: { responses: { Problem: problemResponse } },
  };
}

function operation(one: Endpoint, needsSignIn: boolean): Json {
  const body = requestBody(one);
  return {
    summary: one.summary,
    tags: [one.tag],
    parameters: [...parameters('path', one.params), ...parameters('query', one.query)],
    ...(body ? { requestBody: body } : {}),
    responses: {
      ...successes(one),
      ...Object.fromEntries(
        problemsOf(one, needsSignIn).map((status) => [status, { $ref: '#/components/responses/Problem' }]),
      ),
    },
  };
}

/** Forms are taken as browsers send them and as JSON; one with a file only as browsers send it. */
function requestBody({ method, body, upload }: Endpoint): Json | undefined {
  if (method !== 'post' || (!body && !upload)) return undefined;
  const schema: Json = body ? schemaOf(body) : { type: 'object' };
  const properties = (schema['properties'] ?? {}) as Json;
  const withFile = upload && {
    ...schema,
    properties: { ...properties, [upload.field]: { type: 'string', format: 'binary' } },
  };
  return {
    required: true,
    content: withFile
      ? { 'multipart/form-data': { schema: withFile } }
      : { 'application/json': { schema }, 'application/x-www-form-urlencoded': { schema } },
  };
}

/**
 * A form that leads on answers programs with 201 and browsers with 303 (RFC 9110, sections 15.3.2 and 15.4.4). Instead of a page a
 * browser may be led to what has to be done first.
 */
function successes({ reply }: Endpoint): Json {
  const content = { [reply.type]: reply.schema ? { schema: schemaOf(reply.schema) } : {} };
  const headers = { Location: { description: 'The page to go on to', schema: { type: 'string' } } };
  const elsewhere = { 303: { description: 'To a browser: the page to go on to', headers } };
  if (reply.leads) return { 201: { description: reply.description, headers, content }, ...elsewhere };
  const answer = { [reply.status ?? 200]: { description: reply.description, content } };
  return reply.type === 'text/html' ? { ...answer, ...elsewhere } : answer;
}

/** What can be wrong with a call, by its status. */
function problemsOf({ method, params, query, body, upload }: Endpoint, needsSignIn: boolean): number[] {
  const statuses = [
    ...(params || query || body || upload ? [400, 404] : []),
    ...(needsSignIn ? [401, 403] : []),
    ...(params ? [409, 410] : []),
    ...(method === 'post' ? [409, 422, 429] : []),
    ...(body || upload ? [413, 415] : []),
  ];
  return [...new Set(statuses)].toSorted((one, other) => one - other);
}

function parameters(where: 'path' | 'query', shape: z.ZodObject | undefined): Json[] {
  if (!shape) return [];
  const { properties = {}, required = [] } = schemaOf(shape) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(description ? { description } : {}),
    schema,
  }));
}

/** JSON Schema of what goes in; what cannot be said in JSON Schema (a transform) is left open. */
function schemaOf(schema: z.ZodType): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

const problemResponse = {
  description: 'What is wrong and what to do about it (RFC 9457)',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
          instance: { type: 'string' },
          errors: {
            type: 'array',
            items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
          },
        },
        required: ['title', 'status', 'detail'],
      },
    },
  },
};
