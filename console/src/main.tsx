import { startTexts } from '@tallystick/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './console.css';
import { en } from './texts/en.ts';
import { zh } from './texts/zh.ts';

await startTexts({ zh, en });
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
