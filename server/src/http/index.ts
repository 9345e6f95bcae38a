export { buildApp } from './app.ts';
export { openApiDocument } from './openapi.ts';
export { type Catalogue, catalogueOf, replyTo } from './refusal-reply.ts';
