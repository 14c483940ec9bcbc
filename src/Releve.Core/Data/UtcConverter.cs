using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Releve.Core.Data;

/// <summary>Instants are UTC: SQLite forgets the kind of a DateTime, this gives it back.</summary>
public sealed class UtcConverter()
    : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : value.ToUniversalTime(),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc)
    );
