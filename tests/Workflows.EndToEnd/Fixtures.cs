using Workflows.EndToEnd;
using Workflows.Testing;

[assembly: AssemblyFixture(typeof(PostgresCluster))]
[assembly: AssemblyFixture(typeof(FoundedOffice))]
