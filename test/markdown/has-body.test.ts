import { expect, test } from 'vitest';
import { factsOf, useParsers } from './both-parsers.ts';

useParsers();

test.each([
  ['## A\n\nwords\n\n## B', 'A'],
  ['## A\n\n<!-- words -->\n\n## B\n', ''],
  ['## A\n\n[a]: /x\n\n## B\n', ''],
  ['## A\n\n- x\n\n## B\n\n---\n', 'A'],
  ['## A\n\n| a |\n|---|\n\n## B\n\n```\n```\n', 'A B'],
  ['## A\n\n![a](/a.png)\n\n## B\n\n<img src="/b.png">\n', 'A B'],
  ['## A\n\n<a id="x"></a>\n\n## B\n', ''],
  ['## A\n\n{{< x >}}\n\n## B\n\n{{% y %}}\n', 'A B'],
  ['## A\n\n`{{< x >}}`\n\n## B\n', 'A'],
  ['## A\n\n{{< x >}}\n## B\n{{< /x >}}\n', 'A'],
  ['## A\n\n{{% x %}}\n## B\n{{% /x %}}\n', ''],
  ['## A\n\n{{< x >}}\n\n{{< /x >}}\n\n## B\n', 'A'],
  ['## A\n\n{{< x >}}\nwords\n## B\n{{< /x >}}\n\n## C\n\nmore\n', 'A C'],
  ['## A\n\n{{< x >}}{{< y >}}\n## B\n{{< /y >}}{{< /x >}}\n', 'A'],
  ['## A\n\n{{< highlight go >}}\nx\n{{< /highlight >}}\n\n## B\n', 'A'],
  ['## A\n\n## B\n\na[^1]\n\n## C\n\n[^1]: note\n', 'B'],
  ['A\n---\nwords\n', 'A'],
  ['## A\n\n<a id="x">\nwords\n</a>\n\n## B\n\n<a id="y">\n</a>\n', 'A'],
])('something stands below these headings of %j: %j', (text, names) => {
  expect(
    factsOf(text)
      .headings.filter(({ hasBody }) => hasBody)
      .map((heading) => heading.text)
      .join(' '),
  ).toBe(names);
});
