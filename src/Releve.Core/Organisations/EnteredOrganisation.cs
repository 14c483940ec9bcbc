namespace Releve.Core.Organisations;

/// <summary>What somebody says of an organisation that the register does not have, when it is added and when it is corrected.</summary>
public sealed record EnteredOrganisation
{
    public required OrganisationKind Kind { get; init; }
    public required string Name { get; init; }
    public required string CommuneCode { get; init; }
    public Finess? Finess { get; init; }
    public Siret? Siret { get; init; }
    public Bce? Bce { get; init; }
    public string? Street { get; init; }
    public string? Postcode { get; init; }
    public string? Locality { get; init; }

    /// <summary>The person has seen organisations that look the same and says that this is another one.</summary>
    public bool IsAnother { get; init; }
}
