using Releve.Core.Places;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Coordination;

/// <summary>What was corrected of an organisation, as the log keeps it ("kind: Clinic → Hospital; name: …"), in words.</summary>
public static class LogCorrection
{
    /// <summary>The facts by the name under which the log keeps them; numbers keep their official names.</summary>
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["kind"] = "Memberships.add.kind",
        ["name"] = "Memberships.add.name",
        ["commune"] = "Memberships.add.where",
        ["street"] = "Memberships.add.street",
        ["postcode"] = "Memberships.add.postcode",
        ["BCE"] = "Organisations.page.bce",
    };

    private static readonly string[] Names = [.. Labels.Keys, "FINESS", "SIRET"];

    /// <summary>The same for people; what it does not know it leaves as it stands.</summary>
    public static string InWords(string detail, PageText text, Gazetteer gazetteer) =>
        string.Join("; ", Facts(detail).Select(fact => Fact(fact, text, gazetteer)));

    private static string Fact(string fact, PageText text, Gazetteer gazetteer)
    {
        var parts = fact.Split(": ", 2);
        if (parts.Length < 2)
        {
            return fact;
        }
        var values = parts[1].Split(" → ").Select(value => Value(parts[0], value, text, gazetteer));
        var label = Labels.TryGetValue(parts[0], out var key) ? text[key] : parts[0];
        return text.With("Coordination.log.reason", ("profession", label), ("reason", string.Join(" → ", values)));
    }

    private static string Value(string name, string value, PageText text, Gazetteer gazetteer) =>
        name switch
        {
            "kind" => TextBook.In(text.Language).All.GetValueOrDefault("Organisations.kind." + value, value),
            "commune" => gazetteer.Commune(value)?.NameIn(text.Language) ?? value,
            _ => value,
        };

    // A street may hold a semicolon: a new fact begins with its name.
    private static List<string> Facts(string detail)
    {
        var facts = new List<string>();
        foreach (var part in detail.Split("; "))
        {
            if (facts.Count == 0 || Names.Any(name => part.StartsWith(name + ": ", StringComparison.Ordinal)))
            {
                facts.Add(part);
            }
            else
            {
                facts[^1] += "; " + part;
            }
        }
        return facts;
    }
}
