using Workflows.Testing;

[assembly: AssemblyFixture(typeof(PostgresCluster))]
