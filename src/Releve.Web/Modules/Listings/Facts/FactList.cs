using Releve.Core.Listings;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Listings.Facts;

/// <summary>Gathers the facts that a listing states; what it leaves open is not shown.</summary>
internal sealed class FactList(PageText t)
{
    private readonly List<CardFact> facts = [];

    public IReadOnlyList<CardFact> Facts => facts;

    public FactList Add(string field, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            facts.Add(new CardFact(t["Listings.field." + field], value));
        }
        return this;
    }

    public FactList Add(string field, bool? value) => Add(field, value is { } said ? t[said ? "Listings.yes" : "Listings.no"] : null);

    public FactList Number(string field, int? value) => Add(field, value is { } number ? t.Number(number) : null);

    public FactList Count(string field, string key, int? value) => Add(field, value is { } number ? t.Count(key, number) : null);

    public FactList Money(string field, long? cents) => Add(field, cents is { } amount ? t.Money(amount) : null);

    public FactList MoneyAMonth(string field, long? cents) =>
        Add(field, cents is { } amount ? t.With("Listings.pay.Month", ("amount", t.Money(amount))) : null);

    public FactList Day(string field, DateOnly? day) => Add(field, day is { } date ? t.Date(date) : null);

    public FactList Fee(string field, FeeShare? fee) => Add(field, fee is null ? null : t.Say(fee));
}
