using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Workflows.Engine;

/// <summary>Registers the embedded engine and step classes.</summary>
public static class Registration
{
    /// <summary>
    /// Registers <see cref="EmbeddedEngine"/> as the scope's <see cref="IProcessEngine"/>, and one catalogue of the steps added by
    /// <see cref="AddStep{T}"/>, from which <paramref name="load"/> makes the definitions when they are first asked for. The caller
    /// registers a scoped <see cref="ICaseStates"/>; a <see cref="TimeProvider"/> may be registered before.
    /// </summary>
    public static IServiceCollection AddEmbeddedEngine(this IServiceCollection services, Func<StepCatalogue, DefinitionCatalogue> load)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new StepCatalogue(provider.GetServices<StepKind>()));
        services.AddSingleton(provider => load(provider.GetRequiredService<StepCatalogue>()));
        services.AddScoped<EmbeddedEngine>();
        services.AddScoped<IProcessEngine>(provider => provider.GetRequiredService<EmbeddedEngine>());
        services.AddScoped<IDueTimers>(provider => provider.GetRequiredService<EmbeddedEngine>());
        return services;
    }

    /// <summary>Registers a step class with its scope, and its activity type with the catalogue.</summary>
    /// <exception cref="ArgumentException">The class carries no <see cref="StepAttribute"/>.</exception>
    public static IServiceCollection AddStep<T>(this IServiceCollection services) where T : class, IStep
    {
        services.AddScoped<T>();
        services.AddSingleton(StepKind.Of(typeof(T)));
        return services;
    }
}
