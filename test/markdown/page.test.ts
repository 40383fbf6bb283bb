import { expect, it } from 'vitest';
import { readPage } from '../../src/markdown/read-page.ts';
import { lenientMarkdown } from '../../src/markdown/settings.ts';
import { contentOf, factsOf, linksIn, useParsers } from './both-parsers.ts';

useParsers();

const page = `---
title: Senior Archivist
description: What a Senior Archivist does
---

## Overview

The path to this role is part of the [Archivist career path](/handbook/archive/career-path#path-to-senior).

## Role and Responsibilities

Senior Archivists generally:

- [Mentor](/handbook/archive/mentoring) and [coach](/handbook/leadership/coaching/) others.
- Help to meet the [KPIs](/handbook/archive/kpis.md).

## Reporting structure

A Senior Archivist reports to the Head of Archive.

## Shelves, Boxes, and Keys: How to move things

Ask for help (see [the notes](../#keys)).

## OKRs

Senior Archivists work on [OKRs](/handbook/company/okrs/):

1. At most 1 Objective per quarter.
1. Ideas come from:
    - [Direction](/handbook/archive/)
    - Customers
`;

it.each([
  [{ footnotes: 'on' }, 'a[^1]\n\n[^1]: b', 'fnref:1 fn:1'],
  [{ footnotes: 'prefixed' }, 'a[^1]\n\n[^1]: b', ''],
  [{ blockAttributes: true }, 'a\n{#x}\n', 'x'],
  [{ blockAttributes: false }, 'a\n{#x}\n', ''],
  [{ termIds: true }, 'Term\n: b\n', 'term'],
  [{ termIds: false }, 'Term\n: b\n', ''],
  [{ rawHtml: true }, '<p id="x">a</p>\n', 'x'],
  [{ rawHtml: false }, '<p id="x">a</p>\n', ''],
] as const)('with %j the ids of %j are %j', (settings, text, ids) => {
  const { anchors } = readPage(text, { markdown: { ...lenientMarkdown, ...settings } });
  expect(anchors.map(({ id }) => id).join(' ')).toBe(ids);
});

it('reads a role page whole', () => {
  const facts = factsOf(page);
  expect(facts.frontMatter?.values).toEqual({
    title: 'Senior Archivist',
    description: 'What a Senior Archivist does',
  });
  expect(facts.headings.map(({ slug, hasBody, level }) => [level, slug, hasBody])).toEqual([
    [2, 'overview', true],
    [2, 'role-and-responsibilities', true],
    [2, 'reporting-structure', true],
    [2, 'shelves-boxes-and-keys-how-to-move-things', true],
    [2, 'okrs', true],
  ]);
  expect(linksIn(page)).toEqual([
    'inline /handbook/archive/career-path#path-to-senior|/handbook/archive/career-path#path-to-senior|path-to-senior|Archivist career path',
    'inline /handbook/archive/mentoring|/handbook/archive/mentoring|-|Mentor',
    'inline /handbook/leadership/coaching/|/handbook/leadership/coaching/|-|coach',
    'inline /handbook/archive/kpis.md|/handbook/archive/kpis.md|-|KPIs',
    'inline ../#keys|../#keys|keys|the notes',
    'inline /handbook/company/okrs/|/handbook/company/okrs/|-|OKRs',
    'inline /handbook/archive/|/handbook/archive/|-|Direction',
  ]);
  expect({ ...facts, frontMatter: 0, headings: 0, links: 0 }).toEqual({
    frontMatter: 0,
    headings: 0,
    links: 0,
    anchors: [],
    externalLinks: [],
    externalHosts: [],
    shortcodes: [],
    controls: [],
    problems: [],
  });
  expect(contentOf(page).blocks.map(({ type }) => type)).toEqual(
    'heading paragraph heading paragraph list heading paragraph heading paragraph heading paragraph list'.split(' '),
  );
});

it('reads NUL and halves of characters, which only an editor can hand over, as signs that cannot be read', () => {
  expect(contentOf('\ud83c and \0')).toEqual(contentOf('\ufffd and \ufffd'));
  expect(factsOf('## \0 a\n\n[x](/\ud83c)\n').headings).toEqual(factsOf('## \ufffd a\n\n[x](/\ufffd)\n').headings);
});

it('leaves a byte order mark out, with front matter or without', () => {
  expect(factsOf('\ufeff## A\n', false).headings).toMatchObject([{ text: 'A', range: [1, 5] }]);
  expect(factsOf('\ufeff---\ntitle: T\n---\n## A\n').headings).toMatchObject([{ text: 'A', range: [18, 22] }]);
});
