#!/usr/bin/env bash
# reverse_markdown 3.0.0 keeps one paragraph of each list item and drops what else the item holds: paragraphs, code, nested lists.
#
# HTML of wikis and word processors puts a paragraph into each item of a list, and instructions of several steps have more than one,
# or a command between them. The gem writes `- Ask your lead.` and nothing of the paragraph, the code or the list that follow in the
# item. An item that begins with bare text and goes on with a paragraph loses its beginning instead. No option is set, and with
# `unknown_tags: :raise`, which is to report what cannot be converted, nothing is reported. Without paragraphs in the items all of it
# is there.
#
# Seen with Debian's ruby-reverse-markdown 3.0.0-1 and Ruby 3.3.8 (trixie), in a root of its own: needs chroot.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial cache/archives/partial parts root/{dev,tmp}
touch status root/dev/null
echo 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main' >trixie.list
apt=(-qq -o "Dir::Etc::sourcelist=$work/trixie.list" -o "Dir::Etc::sourceparts=$work/parts" -o "Dir::State::lists=$work/lists"
  -o "Dir::State::status=$work/status" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
apt-get "${apt[@]}" update
apt-get "${apt[@]}" install --download-only --no-install-recommends --yes ruby-reverse-markdown=3.0.0-1 >/dev/null
for package in cache/archives/*.deb; do dpkg-deb -x "$package" root; done
for name in bin lib lib64; do [ -e "root/$name" ] || ln -s "usr/$name" "root/$name"; done
cat >root/tmp/convert.rb <<'RB'
require 'reverse_markdown'
puts RUBY_VERSION
[
  '<ul><li><p>Ask your lead.</p><p>Not by mail.</p></li></ul>',
  '<ul><li><p>Run the check.</p><pre><code>make check</code></pre></li></ul>',
  '<ol><li><p>Write down</p><ul><li><p>goals</p></li></ul></li></ol>',
  '<ul><li>From May on: <p>30 days.</p></li></ul>',
  '<ol><li>Write down<ul><li>goals</li></ul></li></ol>',
].each { |html| puts ReverseMarkdown.convert(html, unknown_tags: :raise) }
RB
LC_ALL=C.UTF-8 chroot root /usr/bin/ruby -E utf-8 /tmp/convert.rb | grep -v '^$' | tee said
diff said - <<'SAID'
3.3.8
- Ask your lead.
- Run the check.
1. Write down
- 30 days.
1. Write down
  - goals
SAID
echo 'As stated.'
