// A program whose hosts are fixed and that knows nothing of a mock.
const json = async (url, options) => (await fetch(url, options)).json();

const key = Buffer.from("demo-login:demo-password").toString("base64");
const reports = await json("https://workspace.opal.example/reports?limit=2", {
  headers: { Authorization: `Basic ${key}` },
});

const login = await json("https://emedgene.lab.example/api/auth/v2/api_login/", {
  method: "POST",
  body: JSON.stringify({ username: "demo@lab.example", password: "demo-password" }),
});
const cases = await json("https://emedgene.lab.example/api/test?status=finalized", {
  headers: { Authorization: `Bearer ${login.access_token}` },
});

console.log(`${reports.objects.length} reports, ${cases.hits.length} finalized cases`);
