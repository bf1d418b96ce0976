#!/usr/bin/env bash
# Writes THIRD_PARTY_NOTICES.md: every module that is linked into the binary, and every package that the page is built from, with its licence as its authors wrote it. Needs Node.js.
set -euo pipefail
cd "$(dirname "$0")/.."
{
	echo "# Third-party notices"
	echo
	echo "The binary holds the language model in \`loader/language/model\` (its licence and the notices of its sources are there), the modules below, and the page, built from the npm packages below them. \`make notices\` writes this file."
	echo
	echo "The weights in \`loader/who/reference/weights.tsv\` were learned from annotations of these corpora, and contain none of their text: GUM (A. Zeldes, The GUM corpus, 2017; annotations CC BY 4.0), ECB+ (A. Cybulska and P. Vossen, Using a sledgehammer to crack a nut?, 2014; CC BY 3.0) and WikiEvents (S. Li, H. Ji and J. Han, Document-level event argument extraction by conditional generation, 2021; MIT)."
	echo
	echo "The binary holds PDFium as \`github.com/klippa-app/go-pdfium\` builds it for WebAssembly: copyright The PDFium Authors and Foxit Software Inc., licensed under the Apache License 2.0, whose text is below, and earlier parts of it under a BSD licence of three clauses. PDFium contains AGG (Maxim Shemanarev), the FreeType Project (portions of this software are copyright © The FreeType Project, www.freetype.org, under the FreeType License), libjpeg-turbo (this software is based in part on the work of the Independent JPEG Group), Little CMS (MIT), OpenJPEG (BSD), zlib, and tables of ICU (Unicode License)."
	go list -deps -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}' . | sort -u | while read -r path version dir; do
		licence=$(find "$dir" -maxdepth 1 -type f \( -iname 'licen[cs]e*' -o -iname 'copying*' \) | sort | head -n 1)
		[ -n "$licence" ] || { echo "no licence in $path" >&2; exit 1; }
		printf '\n## %s %s\n\n```\n' "$path" "$version"
		sed -e 's/\r$//' -e 's/[[:space:]]*$//' "$licence"
		echo '```'
	done
	[ -d web/node_modules ] || (cd web && npm ci >&2)
	node docs/notices.js
} > THIRD_PARTY_NOTICES.md
