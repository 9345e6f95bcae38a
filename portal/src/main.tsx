import { startTexts } from '@tallystick/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './portal.css';

await startTexts({ zh: async () => (await import('./texts/zh.ts')).zh, en: async () => (await import('./texts/en.ts')).en });
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
