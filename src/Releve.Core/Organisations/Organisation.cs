using Releve.Core.Languages;

namespace Releve.Core.Organisations;

/// <summary>The kinds of organisation that take part.</summary>
public enum OrganisationKind
{
    Hospital,
    Clinic,
    Ehpad,
    Ssiad,
    Had,
    HealthCentre,
    MaisonDeSante,
    Cpts,
    PrivatePractice,
    Pharmacy,
    Laboratory,
    Commune,
    Intercommunality,
    Department,
    TrainingSchool,
    Order,
    Union,
    Association,
    Agency,
}

/// <summary>Where an organisation's entry comes from.</summary>
public enum OrganisationSource
{
    Register,
    Here,
    Demonstration,
}

/// <summary>An organisation with one public address: a hospital site, a practice, a commune, a school…</summary>
public sealed class Organisation
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>What kind it is.</summary>
    public required OrganisationKind Kind { get; set; }

    /// <summary>Its name as it writes it.</summary>
    public required string Name { get; set; }

    /// <summary>Its part of the address, unique: "ch-de-chartres".</summary>
    public required string Slug { get; set; }

    /// <summary>Official number of a hospital site in France, 9 characters; the key of the register import.</summary>
    public string? Finess { get; set; }

    /// <summary>FINESS number of the legal entity, 9 characters.</summary>
    public string? FinessLegalEntity { get; set; }

    /// <summary>French establishment number, 14 digits.</summary>
    public string? Siret { get; set; }

    /// <summary>Belgian enterprise number (BCE/KBO), 10 digits.</summary>
    public string? Bce { get; set; }

    /// <summary>People say that it is another site of an enterprise whose number stands here already; else a BCE number is entered once.</summary>
    public bool SharesBce { get; set; }

    /// <summary>The commune where it stands.</summary>
    public required string CommuneCode { get; set; }

    /// <summary>Number and street.</summary>
    public string? Street { get; set; }

    /// <summary>Postcode of the address.</summary>
    public string? Postcode { get; set; }

    /// <summary>Locality as written on letters.</summary>
    public string? Locality { get; set; }

    /// <summary>Who they are, in their own words; plain text.</summary>
    public LocalText? Presentation { get; set; }

    /// <summary>A few facts for the page: beds, staff, teams; plain text, one per line.</summary>
    public LocalText? Facts { get; set; }

    /// <summary>Their site, http or https.</summary>
    public string? Website { get; set; }

    /// <summary>Public telephone number.</summary>
    public string? Phone { get; set; }

    /// <summary>Public e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Where the entry comes from.</summary>
    public required OrganisationSource Source { get; set; }

    /// <summary>The day of the register's edition, or of the entry.</summary>
    public required DateOnly SourceDate { get; set; }

    /// <summary>The group that it is a site of, whose colleagues serve it too.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>Domain of its professional mail addresses, "ch-chartres.fr": who has one there serves it without a check.</summary>
    public string? MailDomain { get; set; }

    /// <summary>When a coordinator first checked one of its listings, UTC; until then its listings wait for review.</summary>
    public DateTime? CheckedAt { get; set; }

    /// <summary>When it was suspended, UTC; its listings are then not shown.</summary>
    public DateTime? SuspendedAt { get; set; }

    /// <summary>Why, in words that its colleagues read.</summary>
    public string? SuspensionReason { get; set; }

    /// <summary>Name and place in folded form, by which lists find and order organisations; stored, for databases fold each in their own way.</summary>
    public string SearchText
    {
        get => Folding.Fold($"{Name} {Postcode} {Locality}");
        private set { }
    }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; set; }

    /// <summary>A new organisation as the register has it.</summary>
    public static Organisation FromRegister(RegisterEntry entry, string slug, DateOnly edition)
    {
        var organisation = new Organisation
        {
            Id = Guid.CreateVersion7(),
            Kind = entry.Kind,
            Name = entry.Name,
            Slug = slug,
            Finess = entry.Finess.Value,
            CommuneCode = entry.CommuneCode,
            Source = OrganisationSource.Register,
            SourceDate = edition,
        };
        organisation.TakeFrom(entry, edition);
        organisation.Version = 0;
        return organisation;
    }

    /// <summary>
    /// Takes over what the register says; true when that changed anything. Of an organisation that people entered or edited
    /// here only the official numbers are taken: they know their name, kind and address better.
    /// </summary>
    public bool TakeFrom(RegisterEntry entry, DateOnly edition)
    {
        var before = Official;
        FinessLegalEntity = entry.LegalEntity.Value;
        Siret = entry.Siret?.Value ?? Siret;
        if (Source == OrganisationSource.Register)
        {
            (Kind, Name, CommuneCode) = (entry.Kind, entry.Name, entry.CommuneCode);
            (Street, Postcode, Locality) = (entry.Street, entry.Postcode, entry.Locality);
            // A later edition that says the same confirms it: the date moves on, and nobody calls that a change.
            SourceDate = edition > SourceDate ? edition : SourceDate;
        }
        if (before == Official)
        {
            return false;
        }
        Version++;
        return true;
    }

    /// <summary>Its own words and ways to reach it, which are always its own; what the register says stays the register's.</summary>
    public void Present(OrganisationPresentation page, DateTime now)
    {
        (Presentation, Facts) = (page.Presentation, page.Facts);
        (Website, Phone, Email, MailDomain) = (page.Website, page.Phone, page.Email, page.MailDomain);
        SourceDate = Source == OrganisationSource.Here ? DateOnly.FromDateTime(now) : SourceDate;
        Version++;
    }

    /// <summary>True when it says of itself what somebody enters.</summary>
    public bool Says(EnteredOrganisation said) =>
        (Kind, Name, CommuneCode, Street, Postcode) == (said.Kind, said.Name, said.CommuneCode, said.Street, said.Postcode)
        && (Finess, Siret, Bce) == (said.Finess?.Value, said.Siret?.Value, said.Bce?.Value);

    /// <summary>
    /// Its owners correct what people entered. Under another name, in another commune or with another number it may be
    /// another organisation: its next listing is then reviewed, as the first one was.
    /// </summary>
    /// <exception cref="InvalidOperationException">It comes from a register, which would take the correction back.</exception>
    public void Correct(EnteredOrganisation said, DateTime now)
    {
        if (Source != OrganisationSource.Here)
        {
            throw new InvalidOperationException("What a register says is corrected there: ask Source first.");
        }
        var before = Identity;
        FinessLegalEntity = Finess == said.Finess?.Value ? FinessLegalEntity : null;
        (Kind, Name, CommuneCode) = (said.Kind, said.Name, said.CommuneCode);
        (Street, Postcode, Locality) = (said.Street, said.Postcode, said.Locality);
        (Finess, Siret, Bce) = (said.Finess?.Value, said.Siret?.Value, said.Bce?.Value);
        CheckedAt = Identity == before ? CheckedAt : null;
        SourceDate = DateOnly.FromDateTime(now);
        Version++;
    }

    private (string, string, string?, string?, string?) Identity => (Name, CommuneCode, Finess, Siret, Bce);

    private (OrganisationKind, string, string, string?, string?, string?, string?, string?) Official =>
        (Kind, Name, CommuneCode, Street, Postcode, Locality, FinessLegalEntity, Siret);
}
