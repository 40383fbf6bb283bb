#!/usr/bin/env bash
# pre-commit 4.2.0 skips a hook that checks all pages when a commit only deletes some, so that it passes the links it breaks.
#
# With `pass_filenames: false` a hook gets no names and looks at the whole tree, as a check of links must; `files: \.md$` says which
# changes it is for. Deleted files do not count as changes: `git rm pay.md` alone is "(no files to check)", though it is the one commit
# that most surely breaks links. Renaming the page, or deleting it along with an edit of another one, runs the hook. What is left is
# `always_run`, which runs it for commits without any page as well.
#
# Seen with Debian's pre-commit 4.2.0-2 (trixie), Python 3.11.7 and git 2.39.5.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial cache/archives/partial parts handbook
echo 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main' >trixie.list
apt=(-qq -o "Dir::Etc::sourcelist=$work/trixie.list" -o "Dir::Etc::sourceparts=$work/parts" -o "Dir::State::lists=$work/lists"
  -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
apt-get "${apt[@]}" update
apt-get "${apt[@]}" download \
  pre-commit=4.2.0-2 nodeenv python3-{cfgv,distlib,filelock,identify,platformdirs,virtualenv,yaml} 2>/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
export PYTHONPATH=$work/root/usr/lib/python3/dist-packages PRE_COMMIT_HOME=$work/home
python3 -m pre_commit --version
cd handbook
git init -q
git config user.email team@handbook.example
git config user.name Team
cat >.pre-commit-config.yaml <<'YAML'
repos:
  - repo: local
    hooks:
      - id: links
        name: links
        language: system
        entry: sh -c 'for page in $(grep -ho "[a-z]*\.md" ./*.md); do [ -e "$page" ] || exit 1; done'
        files: \.md$
        pass_filenames: false
YAML
echo '[pay](pay.md)' >index.md
echo 'Bands' >pay.md
git add .
git commit -qm 'Two pages'
run() {
  python3 -m pre_commit run && echo passed || echo failed
  git reset -q --hard
}
git rm -q pay.md
run | tee deleted
git mv pay.md bands.md
run | tee renamed
git rm -q pay.md
echo 'Welcome' >>index.md
git add index.md
run | tee both
grep -q 'no files to check' deleted
[ "$(tail -qn1 deleted renamed both | xargs)" = 'passed failed failed' ]
echo 'As stated.'
