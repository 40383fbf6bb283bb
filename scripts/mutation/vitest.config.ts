import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests of one function each come first: they take the least and notice the most. */
const ORDER =
  'markdown phrases links sections competencies model sites config lint rules changes edits incremental'.split(' ');

/** Whole sites written down and changed in many ways: they come after the others of their room. */
const MATRIX = /boatyard|drift|mutat/;

class NearFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = ORDER.findIndex((room) => moduleId.includes(`/test/${room}/`));
      return (at < 0 ? ORDER.length : at) + (MATRIX.test(moduleId) ? 0.5 : 0);
    };
    return [...files].sort((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/** The tests that look at what is found, without those of processes, bounds and the built command. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: [`test/{${ORDER.join(',')}}/**/*.test.ts`, 'test/example-handbook.test.ts'],
    exclude: [
      'test/**/{corpus,npm-sites,robustness,unreadable-config,hostile,fix-keeps-links,session,lazy-reader}.test.ts',
      'test/changes/{git,merges,submodule-hook}.test.ts',
      'test/incremental/{disk-watch,open,pack,store-pages,stat-snapshot}.test.ts',
    ],
    runner: new URL('switch.ts', import.meta.url).pathname,
    sequence: { sequencer: NearFirst },
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    // What a change makes a test leave behind is no fault of the next.
    dangerouslyIgnoreUnhandledErrors: true,
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    reporters: ['dot'],
  },
});
