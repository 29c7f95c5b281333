"""A program whose hosts are fixed and that knows nothing of a mock. Needs the package requests."""

import requests

reports = requests.get(
    "https://workspace.opal.example/reports", params={"limit": 2}, auth=("demo-login", "demo-password")
).json()["objects"]

login = {"username": "demo@lab.example", "password": "demo-password"}
token = requests.post("https://emedgene.lab.example/api/auth/v2/api_login/", json=login).json()["access_token"]
cases = requests.get(
    "https://emedgene.lab.example/api/test",
    params={"status": "finalized"},
    headers={"Authorization": f"Bearer {token}"},
).json()["hits"]

print(f"{len(reports)} reports, {len(cases)} finalized cases")
