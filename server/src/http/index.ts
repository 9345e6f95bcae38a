export { buildApp } from './app.ts';
export { openApiDocument } from './openapi.ts';
export { type Catalogue, catalogueOf } from './refusal-reply.ts';
