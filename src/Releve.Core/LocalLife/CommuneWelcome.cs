using Releve.Core.Languages;

namespace Releve.Core.LocalLife;

/// <summary>What is around a place.</summary>
[Flags]
public enum Surroundings
{
    None = 0,

    /// <summary>50,000 inhabitants and more.</summary>
    City = 1,

    /// <summary>5,000 to 50,000 inhabitants.</summary>
    SmallTown = 2,

    /// <summary>Fewer than 5,000 inhabitants.</summary>
    Countryside = 4,
    Coast = 8,
    Mountain = 16,
}

/// <summary>Fields of work outside care, as a commune knows its employers.</summary>
public enum WorkSector
{
    Agriculture,
    Industry,
    Construction,
    Transport,
    Trade,
    HotelsAndRestaurants,
    PublicService,
    Education,
    SocialWork,
    Culture,
    Technology,
    BanksAndInsurance,
    LawAndAdvice,
    Crafts,
    Other,
}

/// <summary>What a commune answers when a carer's family asks. What was not answered is null or empty, and counts as unknown.</summary>
public sealed record WelcomeAnswers
{
    /// <summary>Codes of the professions that the commune looks for.</summary>
    public string[] ProfessionsSought { get; init; } = [];

    /// <summary>Homes to rent can be found.</summary>
    public bool? HomesToRent { get; init; }

    /// <summary>Homes to buy can be found.</summary>
    public bool? HomesToBuy { get; init; }

    /// <summary>Months for which a first lodging is offered; 0 when none is.</summary>
    public int? LodgingMonths { get; init; }

    /// <summary>Places in crèches or with childminders for newcomers; 0 when there are none.</summary>
    public int? CrechePlaces { get; init; }

    /// <summary>A nursery and primary school.</summary>
    public bool? School { get; init; }

    /// <summary>Minutes to a secondary school.</summary>
    public int? SecondarySchoolMinutes { get; init; }

    /// <summary>Minutes to the nearest railway station, by whatever way people go there.</summary>
    public int? StationMinutes { get; init; }

    /// <summary>Carers who work in the commune already.</summary>
    public int? Colleagues { get; init; }

    /// <summary>A secretariat that newcomers can share.</summary>
    public bool? Secretary { get; init; }

    /// <summary>Nobody is obliged to take duties.</summary>
    public bool? DutyIsVoluntary { get; init; }

    /// <summary>The commune or its partners help financially.</summary>
    public bool? Aid { get; init; }

    /// <summary>Fields in which the person who comes along finds work; empty when that was not answered.</summary>
    public WorkSector[] Sectors { get; init; } = [];

    /// <summary>Coast or mountain; town and countryside follow from the inhabitants.</summary>
    public Surroundings Surroundings { get; init; }

    /// <summary>How it feels to live there, in own words; plain text.</summary>
    public LocalText? Words { get; init; }
}

/// <summary>What a commune declares of itself to those who might come to live there.</summary>
public sealed class CommuneWelcome
{
    private CommuneWelcome() { }

    /// <summary>The commune; one each.</summary>
    public string CommuneCode { get; private set; } = "";

    /// <summary>The authority that answered.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>The answers.</summary>
    public WelcomeAnswers Answers { get; private set; } = new();

    /// <summary>When they were last given, UTC: shown beside them.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>The first answers of a commune.</summary>
    public static CommuneWelcome Of(string commune, Guid? organisation, WelcomeAnswers answers, DateTime now) =>
        new()
        {
            CommuneCode = commune,
            OrganisationId = organisation,
            Answers = answers,
            UpdatedAt = now,
        };

    /// <summary>Answers anew.</summary>
    public void Answer(Guid? organisation, WelcomeAnswers answers, DateTime now)
    {
        (OrganisationId, Answers, UpdatedAt) = (organisation, answers, now);
        Version++;
    }
}
