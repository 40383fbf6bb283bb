import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config/loading/parse.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

test.each([
  'Handbook.example.com',
  'https://handbook.example.com',
  'http://handbook.example.com:8080/',
  '//handbook.example.com/',
])('%s is taken as a host', async (host) => {
  const { config } = await memoryHandbook({ 'a.md': '', 'handbook.yaml': `hosts: ['${host}']\n` });
  expect(config.hosts).toEqual(['handbook.example.com']);
});

test.each(['https://example.com/handbook/', 'example.com/handbook', 'ftp://example.com', 'a b'])(
  '%s is refused',
  (host) => {
    expect(() => parseConfig({ path: 'handbook.yaml', text: `hosts: ['${host}']\n` })).toThrow(
      /^handbook\.yaml line 1, "hosts\.1" cannot be used\. Write a host alone/,
    );
  },
);
