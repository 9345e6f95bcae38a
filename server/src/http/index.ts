export { buildApp } from './app.ts';
export { openApiDocument } from './openapi.ts';
export { catalogueOf, replyTo } from './refusal-reply.ts';
