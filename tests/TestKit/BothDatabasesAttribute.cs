using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Releve.TestKit;

/// <summary>Runs a theory once on each database: [Theory, BothDatabases] Task Name(string database).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow("sqlite"), new TheoryDataRow("postgres")]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
