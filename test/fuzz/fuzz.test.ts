import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadParsers } from '../../src/markdown/parse.ts';
import { hostilelyConfigured } from './hostile-configs.ts';
import { hostileHandbook } from './hostile-handbooks.ts';
import { brokenPromise } from './promises.ts';

await loadParsers({ reference: true });

/** A page of ordinary things, to be changed at random places. */
const page = `---
title: Hiring
aliases: [/recruiting/]
---

## Offers {#offers}

We make [offers](/handbook/values/#values) as our [values](../values/) say. See [below](#after-the-offer).

- One
- Two

{{% include "includes/a.md" %}}

## After the offer

![A picture](/images/a.png) and <a href="/old/">an old address</a>.
`;

// A short run with the same handbooks every time; `npm run fuzz` goes on for as long as it is told.
test('no handbook makes a promise broken', async () => {
  const real = { 'content/handbook/hiring/_index.md': page };
  const property = fc.asyncProperty(hostileHandbook(real), async (files) => {
    expect(await brokenPromise(files)).toBeUndefined();
  });
  await fc.assert(property, { seed: 20_260_101, numRuns: 60 });
});

test('no configuration makes a promise broken', async () => {
  const property = fc.asyncProperty(hostilelyConfigured, async (files) => {
    expect(await brokenPromise(files)).toBeUndefined();
  });
  await fc.assert(property, { seed: 20_260_102, numRuns: 60 });
});
