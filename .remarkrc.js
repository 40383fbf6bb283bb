/** Our own rules over our own pages: `npx remark README.md docs --frail`, after `npm run build`. */
import remarkLint from 'remark-lint';
import preset from './dist/preset.js';

export default { plugins: [remarkLint, preset] };
