import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

type Json = Record<string, unknown>;

/** The API's description (OpenAPI 3.1), made from the same contracts that check what comes in. */
export function openApi(title: string, description: string, serverUrl: string, endpoints: Endpoint[]): Json {
  const paths: Record<string, Json> = {};
  for (const one of endpoints) {
    const path = one.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [one.method]: operation(one) };
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

function operation({ summary, tag, params, query, reply }: Endpoint): Json {
  return {
    summary,
    tags: [tag],
    parameters: [...parameters('path', params), ...parameters('query', query)],
    responses: {
      200: {
        description: reply.description,
        content: { [reply.type]: reply.schema ? { schema: schemaOf(reply.schema) } : {} },
      },
      400: { $ref: '#/components/responses/Problem' },
      ...(params ? { 404: { $ref: '#/components/responses/Problem' } } : {}),
    },
  };
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
