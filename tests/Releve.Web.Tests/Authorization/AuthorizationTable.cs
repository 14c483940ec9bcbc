using Releve.TestKit;

namespace Releve.Web.Tests.Authorization;

/// <summary>A line of docs/authorization.md: a call, an address to try it with, and what each kind of visitor gets.</summary>
public sealed record AuthorizationLine(string Call, string Address, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>True for what changes something.</summary>
    public bool IsPost => Call.StartsWith("POST ", StringComparison.Ordinal);

    public override string ToString() => Call;

    /// <summary>Reads the table.</summary>
    public static IReadOnlyList<AuthorizationLine> ReadAll()
    {
        var rows = File.ReadAllLines(RepositoryFiles.Of("docs/authorization.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | "))
            .ToList();
        var roles = rows[0][2..];
        roles.ShouldBe(People.Roles);
        return
        [
            .. rows.Skip(2)
                .Select(row => new AuthorizationLine(
                    row[0],
                    row[1],
                    roles.Zip(row[2..]).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
                )),
        ];
    }
}
