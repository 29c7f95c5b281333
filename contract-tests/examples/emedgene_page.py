"""The examples of the Emedgene page, "Advanced API Implementations", run from top to bottom against a server.

The page has lost its indentation, and some of its names are never bound; here both are put right, the host, the token and the payload are
filled in, and each step checks that what the page says came true. Needs Python 3 and the package requests.

    EMEDGENE_URL=https://localhost:8443 REQUESTS_CA_BUNDLE=casewright-ca.pem python3 emedgene_page.py
"""

import os
import time
from datetime import datetime, timedelta

import requests

host = os.environ.get("EMEDGENE_URL", "https://localhost:8443")
username = os.environ.get("EMEDGENE_USERNAME", "demo@lab.example")
password = os.environ.get("EMEDGENE_PASSWORD", "demo-password")


def step(title):
    print(f"- {title}", flush=True)


step("Getting Started: a token after authentication")
response = requests.post(f"{host}/api/auth/v2/api_login/", json={"username": username, "password": password})
assert response.status_code == 200, response.status_code
login = response.json()
headers = {"Authorization": f'{login["token_type"].capitalize()} {login["access_token"]}'}

step("Automating Case Management: create a case")
payload = {
    "test_data": {
        "analysis_type": None,
        "boostGenes": False,
        "consanguinity": False,
        "disease_penetrance": 100,
        "disease_severity": "",
        "diseases": [],
        "gene_list": {"id": 1, "type": "all", "visible": False},
        "inheritance_modes": [],
        "notes": "Synthetic case of the examples.",
        "patients": {
            "proband": {
                "id": "proband",
                "fastq_sample": "SYNTH-PROBAND-01",
                "gender": "Female",
                "relationship": "Test Subject",
                "healthy": False,
                "phenotypes": [{"id": "phenotypes/EMG_PHENOTYPE_0001250", "name": "Seizure"}],
            }
        },
        "sample_type": "fastq",
        "samples": [{"fastq": "SYNTH-PROBAND-01", "status": "uploaded", "sampleFiles": []}],
        "selected_preset_set": "Default",
        "sequence_info": {},
        "type": "Exome",
    },
    "should_upload": False,
    "sharing_level": 0,
}
response = requests.post(f"{host}/api/cases/v2/cases/", json=payload, headers=headers)
status = response.json().get("Status")
case_name = response.json().get("name")
assert response.status_code == 201, response.status_code
assert status and case_name, "the answer gives status and name"

step("Assigning Participants: retrieve participant ids by e-mail")
emails_to_search = ["user1@example.com", "user2@example.com"]
participant_ids = []
user_url = f"{host}/api/user/org_users/"
response = requests.get(user_url, headers=headers)
if response.status_code == 200:
    users = response.json().get("hits", [])
    for user in users:
        if user.get("email") in emails_to_search:
            participant_ids.append(user.get("id"))
assert len(participant_ids) == 2, "both users are found"

step("Assigning Participants: assign them to the case")
assign_url = f"{host}/api/participant/{case_name}"
payload = {"action": "assign", "ids": participant_ids}
response = requests.post(url=assign_url, json=payload, headers=headers)
assert response.status_code == 200, f"Failed to assign participants to case {case_name}. Response: {response.json()}"

step("Retrieving Case Info: creation time, creator, last updated time, name, status")
url = f"{host}/api/test/{case_name}/info"
response = requests.get(url=url, headers=headers)
info = response.json()
assert info["name"] == case_name
assert info["status"] and info["created"] and info["creator"]

step("(the analysis runs by itself)")
deadline = time.monotonic() + 120
while requests.get(url=url, headers=headers).json()["status"] != "delivered":
    assert time.monotonic() < deadline, "the case is not delivered after two minutes"
    time.sleep(0.2)

step("Retrieving Case Tags: the candidates")
url = f"{host}/api/candidates/{case_name}"
response = requests.get(url=url, headers=headers)
assert response.status_code == 200, response.status_code
response.json()

step("Update Case Status to a Custom Status")
case = {"name": case_name}
case_name = case.get("name")
update_url = f"{host}/api/test/{case_name}"
payload = {"status": "custom_status_1"}
response = requests.put(url=update_url, json=payload, headers=headers)
assert response.status_code == 200, f"Failed to update case {case_name}. Response: {response.json()}"
assert requests.get(f"{host}/api/test/{case_name}/info", headers=headers).json()["status"] == "custom_status_1"

step("Creating a Custom Preset Group with Additional Gene Panels")
url = f"{host}/api/test/{case_name}/preset_group"
first_gene_list_name = "my gene list"
first_gene_list_id = 1
second_gene_list_name = "my gene list 2"
second_gene_list_id = 2
data = {
    "name": "my preset group",
    "filter": {
        "search": [
            {
                "id": first_gene_list_id,
                "name": first_gene_list_name,
                "type": "gene list",
                "value": first_gene_list_name,
            },
            {
                "id": second_gene_list_id,
                "name": second_gene_list_name,
                "type": "gene list",
                "value": second_gene_list_name,
            },
        ]
    },
}
response = requests.post(url, json=data, headers=headers)
assert response.status_code == 201, f"Failed to create custom preset group. Status code: {response.status_code}"

step("Managing Finalized Cases: a report is refused before, and listed and generated after")
report_url = f"{host}/api/test/v2/{case_name}/reports/pdf/1"
assert requests.get(report_url, headers=headers).status_code >= 400, "reports are for finalized cases only"
assert requests.put(update_url, json={"status": "finalized"}, headers=headers).status_code == 200
from_status_change_date = (datetime.now() - timedelta(days=1)).isoformat()
url = f"{host}/api/test?from_status_change_date={from_status_change_date}&status=finalized"
response = requests.get(url=url, headers=headers)
finalized_cases = response.json()
entries = finalized_cases if isinstance(finalized_cases, list) else finalized_cases["hits"]
assert case_name in [case.get("name") for case in entries], "the finalized case is listed"
response = requests.get(report_url, headers=headers)
assert response.status_code == 200, response.status_code
assert response.content.startswith(b"%PDF-"), "the report is a PDF"

print("Every step of the page did what it says.")
