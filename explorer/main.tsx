import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './style.css';
import './workers.ts';
import { Explorer } from './explorer.tsx';

const root = document.getElementById('explorer');
if (root !== null) createRoot(root).render(<Explorer />);
