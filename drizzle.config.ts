import { defineConfig } from 'drizzle-kit';

/** Migrations are generated from the tables (`npm run migration`), reviewed, committed, and never edited afterwards. */
export default defineConfig({ dialect: 'postgresql', schema: './src/db/tables/*.ts', out: './drizzle' });
