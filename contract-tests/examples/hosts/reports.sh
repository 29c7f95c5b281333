#!/usr/bin/env bash
# A program whose hosts are fixed and that knows nothing of a mock.
set -euo pipefail

reports=$(curl -sf -u demo-login:demo-password 'https://workspace.opal.example/reports?limit=2')

token=$(curl -sf -d '{"username": "demo@lab.example", "password": "demo-password"}' \
  https://emedgene.lab.example/api/auth/v2/api_login/ | sed -E 's/.*"access_token":"([^"]*)".*/\1/')
cases=$(curl -sf -H "Authorization: Bearer $token" 'https://emedgene.lab.example/api/test?status=finalized')

count() { grep -o "$1" | wc -l | tr -d ' '; }
echo "$(count '"accession_id"' <<<"$reports") reports, $(count '"name"' <<<"$cases") finalized cases"
