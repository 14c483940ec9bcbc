namespace Releve.Core.Professions;

/// <summary>
/// An official list of shortage occupations names this profession for a country or region. Dated and sourced, never a
/// constant; <paramref name="Checked"/> says whether somebody has compared it with the publisher's own list.
/// </summary>
/// <param name="AreaCode">A country (FR, BE) or the code of an area.</param>
/// <param name="Date">The day on which the list came out; the first of the month where only the month is known.</param>
/// <param name="Source">Publisher and title, as shown to people.</param>
/// <param name="Checked">False until a coordinator has compared it with the list itself.</param>
public sealed record Shortage(string AreaCode, DateOnly Date, string Source, bool Checked);
